import { useQuery } from '@tanstack/react-query';
import { theMetrics, theRules, theSigns } from '../../queries.ts';

/** What a metric, a rule or a sign is called, by its id; the id until that is known. */
export const useTitles = (): ((id: string) => string) => {
  const { data: metrics } = useQuery(theMetrics);
  const { data: rules } = useQuery(theRules);
  const { data: signs } = useQuery(theSigns);
  const all = [
    ...(metrics?.metrics ?? []),
    ...(rules?.rules ?? []),
    ...(signs?.signs ?? []),
    ...(signs?.signs ?? []).flatMap((sign) => sign.rules),
  ];
  return (id) => all.find((each) => each.id === id)?.title ?? id;
};
