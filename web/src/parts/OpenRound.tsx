import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.js';
import { useRefresh } from '../api/useRefresh.js';
import { useLanguage } from '../language/LanguageContext.js';
import { Problem } from './Problem.js';

const texts = {
  roundOf: { vi: 'Đợt đánh giá năm', en: 'Round of' },
  name: { vi: 'Tên đợt mới', en: 'Name of the new round' },
  open: { vi: 'Mở đợt', en: 'Open' },
} as const;

/** Opens a round, which becomes the current one. */
export function OpenRound() {
  const { say } = useLanguage();
  const refresh = useRefresh();
  // Agencies assess a year when it is over, or nearly.
  const [name, setName] = useState(`${say(texts.roundOf)} ${new Date().getFullYear()}`);
  const open = useMutation({ mutationFn: () => call('POST /rounds', { body: { name } }), onSuccess: refresh });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" maw={560}>
        <TextInput
          label={say(texts.name)}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          flex={1}
        />
        <Button type="submit" loading={open.isPending}>
          {say(texts.open)}
        </Button>
      </Group>
      {open.error === null ? null : <Problem error={open.error} />}
    </form>
  );
}
