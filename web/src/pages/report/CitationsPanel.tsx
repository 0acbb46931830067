import { ScrollArea, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../../language/LanguageContext.js';
import { texts as shared } from '../../parts/texts.js';
import { withoutMarks } from '../../parts/withoutMarks.js';
import { type Focus, focusOn } from './Focus.js';
import { Pointer } from './Pointer.js';
import type { Result } from './useReport.js';

interface Props {
  readonly citations: Result['citations'];
  onFocus(focus: Focus): void;
}

/** Every mention of a document, in order. */
export function CitationsPanel({ citations, onFocus }: Props) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState('');
  const sought = withoutMarks(typed);
  const shown = citations
    .map((citation, at) => ({ citation, at }))
    .filter(({ citation }) => withoutMarks(`${citation.text} ${citation.title ?? ''}`).includes(sought));
  return (
    <>
      <TextInput
        aria-label={say(shared.search)}
        placeholder={say(shared.search)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        mb="xs"
      />
      <ScrollArea h="calc(100dvh - 15rem)">
        {shown.map(({ citation, at }) => (
          <Pointer key={at} onClick={() => onFocus(focusOn(`citation ${at}`, [citation]))}>
            {citation.text}
            {citation.title === null ? null : (
              <Text size="xs" c="dimmed">
                {citation.title}
              </Text>
            )}
            <Text span size="xs" c="dimmed">
              {say(shared.page)} {citation.page}
              {citation.section === null ? '' : ` · ${citation.section}`} · {Math.round(citation.confidence * 100)} %
            </Text>
          </Pointer>
        ))}
      </ScrollArea>
    </>
  );
}
