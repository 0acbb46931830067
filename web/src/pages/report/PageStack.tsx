import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../language/LanguageContext.js';
import type { Focus } from './Focus.js';
import { PageSheet } from './PageSheet.js';
import classes from './PageStack.module.css';
import { texts } from './texts.js';
import type { Result } from './useReport.js';

interface Props {
  readonly document: number;
  readonly result: Result;
  readonly focus: Focus;
  /** Whether words can be clicked to be corrected. */
  readonly correcting: boolean;
}

/** The pages below one another; the place in focus is marked and brought into view. */
export function PageStack({ document, result, focus, correcting }: Props) {
  const { say } = useLanguage();
  const stack = useRef<HTMLDivElement>(null);
  const { key, page } = focus;
  useEffect(() => {
    if (key === '' || page === null) return;
    const frame = stack.current;
    const target = frame?.querySelector('[data-focused]') ?? frame?.querySelector(`[data-page="${page}"]`);
    if (frame === null || target === null || target === undefined) return;
    // Only the stack moves: the page around it stays where the person put it.
    const place = target.getBoundingClientRect();
    frame.scrollTop += place.top - frame.getBoundingClientRect().top - frame.clientHeight / 3;
  }, [key, page]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keys
    <section ref={stack} className={classes.stack} aria-label={say(texts.pageImage)} tabIndex={0}>
      {result.pages.length === 0 ? <Text c="dimmed">{say(texts.unreadPages)}</Text> : null}
      {result.pages.map((sheet) => (
        <PageSheet
          key={sheet.number}
          document={document}
          page={sheet}
          boxes={focus.boxes.filter((box) => box.page === sheet.number).map(({ box }) => box)}
          correcting={correcting}
        />
      ))}
    </section>
  );
}
