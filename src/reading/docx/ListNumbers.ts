import { formatNumber } from './formatNumber.js';
import { childOf, childrenOf, settingOf, switchOf, type XmlElement } from './parseXml.js';
import type { ListPlace, Styles } from './Styles.js';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2)`. */
  readonly text: string;
  readonly separator: string;
  /** Whether numbers of higher levels are shown as plain ones. */
  readonly isLegal: boolean;
  /** The number of the level (from 1) whose next entry starts this one anew; 0: never. */
  readonly restart: number | null;
  /** Whose paragraphs stand on this level. */
  readonly style: string | undefined;
}

interface List {
  /** Lists of one kind go on counting from each other. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where the list starts anew, by level. */
  readonly starts: ReadonlyMap<number, number>;
}

const plainBullets: ReadonlySet<string> = new Set(['-', '–', '—', '+', '*', '•']);

/** Counts a document's numbered paragraphs in order, as Word does when it shows them: the marks stand in no text. */
export class ListNumbers {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #counts = new Map<string, Map<number, number>>();
  readonly #started = new Set<string>();

  constructor(part: XmlElement | undefined, styles: Styles) {
    this.#lists = listsOf(part, styles);
  }

  /** The mark of the next paragraph at that place with its separator, empty where it has none. */
  next({ list: id, level }: ListPlace): string {
    const list = this.#lists.get(id);
    const shown = list?.levels.get(level);
    if (list === undefined || shown === undefined) return '';
    const counts = this.#countsOf(id, list);
    counts.set(level, (counts.get(level) ?? shown.start - 1) + 1);
    for (const [deeper, { restart }] of list.levels) {
      if (deeper > level && (restart === null || (restart !== 0 && level < restart))) counts.delete(deeper);
    }
    const mark = shown.format === 'bullet' ? bulletOf(shown.text) : markOf(list, shown, counts);
    return mark === '' ? '' : mark + shown.separator;
  }

  /** The level on which a style's paragraphs stand; the first where the list does not say. */
  levelOf(list: string, style: string | undefined): number {
    const levels = [...(this.#lists.get(list)?.levels ?? [])];
    return levels.find(([, level]) => style !== undefined && level.style === style)?.[0] ?? 0;
  }

  #countsOf(id: string, { kind, starts }: List): Map<number, number> {
    const counts = this.#counts.get(kind) ?? new Map<number, number>();
    this.#counts.set(kind, counts);
    if (!this.#started.has(id)) for (const [level, start] of starts) counts.set(level, start - 1);
    this.#started.add(id);
    return counts;
  }
}

function markOf(list: List, { text, isLegal }: Level, counts: ReadonlyMap<number, number>): string {
  return text.replace(/%(\d)/g, (_all, place: string) => {
    const level = list.levels.get(Number(place) - 1);
    if (level === undefined) return '';
    return formatNumber(counts.get(Number(place) - 1) ?? level.start, isLegal ? 'decimal' : level.format);
  });
}

/** Signs of symbol fonts have no meaning outside them. */
function bulletOf(text: string): string {
  return plainBullets.has(text) ? text : '•';
}

function listsOf(part: XmlElement | undefined, styles: Styles): ReadonlyMap<string, List> {
  const kinds = new Map(
    childrenOf(part, 'abstractNum').map((kind) => [kind.attributes.get('abstractNumId') ?? '', kind]),
  );
  const numbers = new Map(childrenOf(part, 'num').map((number) => [number.attributes.get('numId') ?? '', number]));
  const kindOf = (number: XmlElement | undefined): XmlElement | undefined => {
    const kind = kinds.get(settingOf(number, 'abstractNumId') ?? '');
    const style = settingOf(kind, 'numStyleLink');
    if (style === undefined) return kind;
    const linked = styles.listPlace(style)?.list;
    return kinds.get(settingOf(numbers.get(linked ?? ''), 'abstractNumId') ?? '') ?? kind;
  };
  return new Map(
    [...numbers].flatMap(([id, number]): [string, List][] => {
      const kind = kindOf(number);
      return kind === undefined ? [] : [[id, listOf(kind, childrenOf(number, 'lvlOverride'))]];
    }),
  );
}

function listOf(kind: XmlElement, overrides: readonly XmlElement[]): List {
  const placed = (level: XmlElement): [number, Level] => [Number(level.attributes.get('ilvl')), levelOf(level)];
  const levels = new Map(childrenOf(kind, 'lvl').map(placed));
  const starts = new Map<number, number>();
  for (const override of overrides) {
    const level = childOf(override, 'lvl');
    if (level !== undefined) levels.set(...placed(level));
    const start = settingOf(override, 'startOverride');
    if (start !== undefined) starts.set(Number(override.attributes.get('ilvl')), Number(start));
  }
  return { kind: kind.attributes.get('abstractNumId') ?? '', levels, starts };
}

function levelOf(level: XmlElement): Level {
  const restart = settingOf(level, 'lvlRestart');
  return {
    start: Number(settingOf(level, 'start') ?? 1),
    format: settingOf(level, 'numFmt') ?? 'decimal',
    text: settingOf(level, 'lvlText') ?? '',
    separator: settingOf(level, 'suff') === 'nothing' ? '' : ' ',
    isLegal: switchOf(level, 'isLgl') === true,
    restart: restart === undefined ? null : Number(restart),
    style: settingOf(level, 'pStyle'),
  };
}
