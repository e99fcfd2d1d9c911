/**
 * What is left to people when a sign or a rule says that something is off: the question, never the answer.
 *
 * By the id of a sign or a rule.
 */
export const toDecide: Readonly<Record<string, string>> = {
  'sign.strategy-apart': 'Do money, days and decisions move to what the goals say, or the goals to what is done?',
  'sign.fragmented-ownership': 'Which one team answers for each object that several work on?',
  'sign.decision-bottlenecks': 'Which decisions move closer to the work, and who may take them?',
  'sign.flow-breakdown': 'Where is less started, so that more gets finished?',
  'sign.misaligned-capabilities': 'Which capability that matters is built up first, and which one has enough?',
  'sign.activity-based-measurement': 'Which outcome takes the place of each measure that counts activity?',
  'sign.governance-as-friction': 'Which approvals end, or become a notice?',
  'structure.work-by-owner': 'Does the work move to its owner, or the ownership to those who do it?',
  'structure.one-team-acts': 'Which one team acts for each object that several work on?',
  'structure.boundaries-follow-flow': 'Which teams hand over so often that they should be one?',
  'structure.ownership-lasts': 'How long does an ownership have to last?',
  'governance.at-intended-level':
    'Are rights moved to where decisions are taken, or decisions to where the rights are?',
  'governance.within-target-time': 'Is the target time wrong, or who decides?',
  'governance.path-as-designed': 'Does the path change, or what is designed?',
  'governance.settled-once': 'What may reopen a decision?',
  'governance.forums-decide': 'Which approvals that never refuse end, or become a notice?',
  'governance.agendas-decide': 'Which items leave the agendas of forums that are to decide?',
  'governance.applied-evenly': 'Which one path holds for each type of decision?',
  'delivery.allowed-transitions': 'Does the workflow allow the moves that are made, or are they stopped?',
  'delivery.delivery-model-fits': 'Which teams work in another mode than they are designed for?',
  'delivery.commitments-kept': 'Which promises are made that cannot be held?',
  'delivery.within-target': 'Is the target wrong, or the way to it?',
  'delivery.wip-within-limits': 'Is the limit wrong, or is less started?',
  'delivery.feedback-closes': 'Who turns feedback into a decision, and until when?',
  'capabilities.money-follows-importance': 'Does the money move to what matters, or do the weights of the goals?',
  'capabilities.effort-follows-importance': 'Which work stops, so that days go to what matters?',
  'capabilities.strength-where-it-matters': 'Which capability is raised to its target, or which target was wrong?',
  'capabilities.critical-skills-available': 'Which critical skills are taught, hired or shared first?',
  'engagement.demand-channel': 'Which channel takes the demand that goes past the designed one?',
  'engagement.priorities-hold': 'For how long do priorities hold?',
  'engagement.scope-settled': 'When has scope to be settled?',
  'engagement.reviews-happen': 'Which forums meet as designed, and which end?',
};
