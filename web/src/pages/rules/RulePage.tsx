import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { Problem } from '../../parts/Problem.js';
import { MarkdownPage } from './MarkdownPage.js';
import { texts } from './texts.js';

/** A rule's own page: what is checked, why, on what legal ground, with examples, and when it is silent. */
export function RulePage() {
  const { say } = useLanguage();
  const { group = '', name = '' } = useParams();
  const { data, error } = useQuery({
    queryKey: ['rules', group, name],
    queryFn: () => call('GET /rules/:group/:name', { params: { group, name }, query: {} }),
  });
  if (error !== null) return <Problem error={error} />;
  return (
    <Stack maw={820}>
      <Anchor component={Link} href="/rules" size="sm">
        ← {say(texts.back)}
      </Anchor>
      {data === undefined ? null : <MarkdownPage text={data.page} />}
    </Stack>
  );
}
