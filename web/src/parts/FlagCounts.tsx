import { Group, Text, Tooltip } from '@mantine/core';
import type { Answer } from '../api/call.js';
import { useLanguage } from '../language/LanguageContext.js';
import { cannotJudge, severities } from './severity.js';

type Counts = Answer<'GET /rounds'>['items'][number]['flags'];

const shown = [
  { ...severities.error, of: (counts: Counts) => counts.error },
  { ...severities.warning, of: (counts: Counts) => counts.warning },
  { ...severities.info, of: (counts: Counts) => counts.info },
  { ...cannotJudge, of: (counts: Counts) => counts.cannotJudge },
] as const;

/** How many flags of each kind; what there is none of is left out. */
export function FlagCounts({ counts }: { readonly counts: Counts }) {
  const { say } = useLanguage();
  return (
    <Group gap="xs" wrap="nowrap">
      {shown
        .filter(({ of }) => of(counts) > 0)
        .map(({ sign, color, label, of }) => (
          <Tooltip key={sign} label={`${say(label)}: ${of(counts)}`}>
            <Text
              size="sm"
              c={`var(--mantine-color-${color}-light-color)`}
              fw={600}
              role="img"
              aria-label={`${say(label)}: ${of(counts)}`}
            >
              {sign} {of(counts)}
            </Text>
          </Tooltip>
        ))}
    </Group>
  );
}
