import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { useLanguage } from '../language/LanguageContext.js';

/** Rules by the titles that people know; by their ids until the catalogue has come. */
export function useRuleTitle(): (rule: string) => string {
  const { say } = useLanguage();
  const { data } = useQuery({
    queryKey: ['rules'],
    queryFn: () => call('GET /rules', { query: {} }),
    select: ({ items }) => new Map(items.map(({ id, title }) => [id, title])),
  });
  return (rule) => {
    const title = data?.get(rule);
    return title === undefined ? rule : say(title);
  };
}
