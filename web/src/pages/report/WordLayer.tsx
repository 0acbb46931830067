import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Answer, call } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { CorrectionDialog } from './CorrectionDialog.js';
import { placed } from './PageSheet.js';
import classes from './PageStack.module.css';
import { texts } from './texts.js';

export type ReadWord = Answer<'GET /documents/:id/pages/:page/words'>['words'][number];

/** Below it a word is marked as doubtful. */
const doubtful = 0.8;

/** The words as read, over the page: a click corrects one. */
export function WordLayer({ document, page }: { readonly document: number; readonly page: number }) {
  const { say } = useLanguage();
  const [chosen, choose] = useState<ReadWord | null>(null);
  const { data } = useQuery({
    queryKey: ['words', document, page],
    queryFn: () => call('GET /documents/:id/pages/:page/words', { params: { id: document, page } }),
  });
  return (
    <>
      {data?.words.map((word) => (
        <button
          key={word.box.join()}
          type="button"
          className={classes.word}
          style={placed(word.box)}
          title={word.read === null ? word.text : `${word.text} (${say(texts.read)}: ${word.read})`}
          aria-label={word.text}
          data-doubtful={word.confidence < doubtful || undefined}
          data-corrected={word.read !== null || undefined}
          onClick={() => choose(word)}
        />
      ))}
      {chosen === null ? null : (
        <CorrectionDialog document={document} page={page} word={chosen} onClose={() => choose(null)} />
      )}
    </>
  );
}
