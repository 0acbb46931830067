import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { moment } from '../../parts/points.js';
import { severities } from '../../parts/severity.js';
import { texts as shared } from '../../parts/texts.js';
import { usePages } from '../../parts/usePages.js';
import { useRuleTitle } from '../../parts/useRuleTitle.js';
import { texts } from './texts.js';

type Change = Answer<'GET /rounds/:id/changes'>['items'][number];

/** Who set what otherwise in this round, newest first. */
export function RoundChanges({ round }: { readonly round: number }) {
  const { say, language } = useLanguage();
  const nameOf = useSettingName(round);
  const list = usePages(['changes', round], (cursor) =>
    call('GET /rounds/:id/changes', { params: { id: round }, query: cursor ? { cursor } : {} }),
  );
  if (list.items.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {say(texts.changes)}
      </Title>
      {list.items.map((change) => (
        <Text key={change.id} size="sm">
          {moment(change.at, language)} · <b>{change.by.name}</b> · {nameOf(change.setting)}:{' '}
          {valueIn(change.setting, change.before, say)} → {valueIn(change.setting, change.after, say)}
        </Text>
      ))}
      {list.hasMore ? (
        <Button variant="default" onClick={list.more} mt="xs">
          {say(shared.more)} ({list.items.length} {say(shared.of)} {list.total})
        </Button>
      ) : null}
    </section>
  );
}

function useSettingName(round: number): (setting: string) => string {
  const { say } = useLanguage();
  const titleOf = useRuleTitle();
  const { data } = useQuery({
    queryKey: ['thresholds', round],
    queryFn: () => call('GET /rounds/:id/thresholds', { params: { id: round } }),
  });
  return (setting) => {
    const [kind = '', id = ''] = [setting.split('.')[0], setting.slice(setting.indexOf('.') + 1)];
    if (kind === 'severities') return `${say(texts.severity)}, ${titleOf(id)}`;
    const threshold = data?.items.find((one) => one.id === id);
    if (kind === 'thresholds' && threshold !== undefined) return say(threshold.name);
    return kind in settingNames ? say(settingNames[kind as keyof typeof settingNames]) : setting;
  };
}

const settingNames = {
  name: texts.roundName,
  pipeline: texts.pipeline,
  current: texts.current,
  secondReview: texts.secondReview,
} as const;

function valueIn(setting: string, value: Change['after'], say: ReturnType<typeof useLanguage>['say']): string {
  if (value === null) return say(texts.usual);
  if (setting.startsWith('severities.') && value in severities) {
    return say(severities[value as keyof typeof severities].label);
  }
  if (value === 'true' || value === 'false') return say(texts[value]);
  return value;
}
