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
    const target =
      stack.current?.querySelector('[data-focused]') ?? stack.current?.querySelector(`[data-page="${page}"]`);
    target?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [key, page]);
  return (
    <section ref={stack} className={classes.stack} aria-label={say(texts.pageImage)}>
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
