import { Button, Group, MultiSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { eventNames, texts } from './texts.js';

type Wanted = Call<'POST /webhooks'>['body'];
const events = ['document.done', 'document.failed', 'round.done', 'flag.decided'] as const;

interface Props {
  readonly first: Wanted;
  /** What the button says. */
  readonly label: string;
  readonly isPending: boolean;
  onWanted(wanted: Wanted): void;
}

/** Where something is sent, and what. */
export function WebhookForm({ first, label, isPending, onWanted }: Props) {
  const { say } = useLanguage();
  const [url, setUrl] = useState(first.url);
  const [chosen, setChosen] = useState<readonly string[]>(first.events);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWanted({ url, events: events.filter((one) => chosen.includes(one)) });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          label={say(texts.address)}
          type="url"
          required
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          w={320}
        />
        <MultiSelect
          label={say(texts.events)}
          data={events.map((value) => ({ value, label: say(eventNames[value]) }))}
          value={[...chosen]}
          onChange={setChosen}
          miw={320}
        />
        <Button type="submit" loading={isPending} disabled={chosen.length === 0}>
          {label}
        </Button>
      </Group>
    </form>
  );
}
