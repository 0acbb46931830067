import { ScrollArea, Stack, Text } from '@mantine/core';
import { useLanguage } from '../../language/LanguageContext.js';
import { texts as shared } from '../../parts/texts.js';
import { type Focus, focusOn } from './Focus.js';
import { Pointer } from './Pointer.js';
import classes from './TextPanel.module.css';
import type { Result } from './useReport.js';

interface Props {
  readonly result: Result;
  onFocus(focus: Focus): void;
}

/** The report's sections and its text as read. */
export function TextPanel({ result, onFocus }: Props) {
  const { say } = useLanguage();
  return (
    <ScrollArea h="calc(100dvh - 12rem)">
      <nav>
        {result.sections.map(({ path, marker, title, page, level, criterion }) => (
          <Pointer key={`${path} ${page}`} onClick={() => onFocus(focusOn(`section ${path}`, [{ page, boxes: [] }]))}>
            <span style={{ paddingLeft: (level - 1) * 14 }}>
              {marker}. {title}
              {criterion === null ? '' : ` (${criterion})`}
            </span>
          </Pointer>
        ))}
      </nav>
      <Stack mt="md">
        {result.pages.map(({ number, text }) => (
          <section key={number}>
            <Text size="xs" c="dimmed">
              {say(shared.page)} {number}
            </Text>
            <p className={classes.text}>{text}</p>
          </section>
        ))}
      </Stack>
    </ScrollArea>
  );
}
