import { Loading } from '../../parts/loading.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { useView } from '../../view.ts';
import { AddRecord } from './add-record.tsx';
import { AllRecords } from './all-records.tsx';
import { Capabilities } from './capabilities.tsx';
import { Compare } from './compare.tsx';
import { Delivery } from './delivery.tsx';
import { EmptyModel } from './empty.tsx';
import { Engagement } from './engagement.tsx';
import { Files } from './files.tsx';
import { Found } from './found.tsx';
import { Governance } from './governance.tsx';
import { Head, isUnstated } from './head.tsx';
import { RecordPage } from './record-page.tsx';
import { DesignContext, type Listed, useDesign } from './records.tsx';
import { Structure } from './structure.tsx';
import { type TabId, tabOf } from './tabs.ts';

const contents: Readonly<Record<TabId, () => React.ReactNode>> = {
  structure: Structure,
  governance: Governance,
  delivery: Delivery,
  capabilities: Capabilities,
  engagement: Engagement,
  records: AllRecords,
  found: Found,
  compare: Compare,
  files: Files,
};

/** How IT is meant to work: the design by its five dimensions, record by record, and beside what is done. */
export function Screen() {
  const { data, error, refetch } = useDesign();
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={10} what="Reading the design" />;
  return (
    <DesignContext value={data}>
      <Model listed={data} />
    </DesignContext>
  );
}

function Model({ listed }: { readonly listed: Listed }) {
  const { tab, record, add } = useView();
  const chosen = tabOf(tab);
  const Content = contents[chosen];
  const isEmpty = isUnstated(listed);
  const showsModel = record === undefined && add === undefined;
  return (
    <div className="model">
      <Head listed={listed} chosen={chosen} />
      {record !== undefined && <RecordPage key={record} record={record} />}
      {record === undefined && add !== undefined && <AddRecord key={add} kind={add} />}
      {showsModel && isEmpty && tab === undefined && <EmptyModel />}
      {showsModel && !(isEmpty && tab === undefined) && <Content />}
    </div>
  );
}
