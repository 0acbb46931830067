import { useInViewport } from '@mantine/hooks';
import { addressOf } from '../../api/call.js';
import { useLanguage } from '../../language/LanguageContext.js';
import { texts as shared } from '../../parts/texts.js';
import classes from './PageStack.module.css';
import { texts } from './texts.js';
import type { Result } from './useReport.js';
import { WordLayer } from './WordLayer.js';

type Box = readonly [number, number, number, number];

interface Props {
  readonly document: number;
  readonly page: Result['pages'][number];
  readonly boxes: readonly Box[];
  readonly correcting: boolean;
}

export function PageSheet({ document, page, boxes, correcting }: Props) {
  const { say } = useLanguage();
  const { ref, inViewport } = useInViewport();
  const { number, width, height, origin, unread } = page;
  const address = addressOf('/documents/:id/pages/:page/image', { id: document, page: number });
  return (
    <figure ref={ref} className={classes.sheet} data-page={number}>
      <div className={classes.paper} style={{ aspectRatio: `${width} / ${height}` }}>
        <img src={address} alt={`${say(texts.pageImage)} ${number}`} loading="lazy" className={classes.image} />
        {unread.map(({ box }) => (
          <div key={box.join()} className={classes.unread} style={placed(box)} title={say(texts.unreadParts)} />
        ))}
        {boxes.map((box) => (
          <div key={box.join()} className={classes.mark} style={placed(box)} data-focused />
        ))}
        {correcting && inViewport ? <WordLayer document={document} page={number} /> : null}
      </div>
      <figcaption className={classes.caption}>
        {say(shared.page)} {number}
        {origin === 'failed' ? ` · ${say(texts.unreadPages)}` : ''}
      </figcaption>
    </figure>
  );
}

/** A box in fractions of the page, as a place on the sheet. */
export function placed([left, top, right, bottom]: Box) {
  return {
    left: `${left * 100}%`,
    top: `${top * 100}%`,
    width: `${(right - left) * 100}%`,
    height: `${(bottom - top) * 100}%`,
  };
}
