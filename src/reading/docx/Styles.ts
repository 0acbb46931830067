import { childOf, childrenOf, settingOf, switchOf, type XmlElement } from './parseXml.js';

/** Where a paragraph stands in a numbered list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** A style that is based on itself is no use to anybody. */
const longestChain = 20;

/** What a style says, those that it is based on included. */
export class Styles {
  readonly #byId: ReadonlyMap<string, XmlElement>;
  readonly #default: string | undefined;
  readonly #defaultFont: string | undefined;

  constructor(part: XmlElement | undefined) {
    const styles = childrenOf(part, 'style');
    this.#byId = new Map(styles.map((style) => [style.attributes.get('styleId') ?? '', style]));
    this.#default = styles
      .find(({ attributes }) => attributes.get('type') === 'paragraph' && isOn(attributes.get('default')))
      ?.attributes.get('styleId');
    this.#defaultFont = fontOf(childOf(childOf(childOf(part, 'docDefaults'), 'rPrDefault'), 'rPr'));
  }

  /** Name of the face of Latin letters; undefined where nothing says it. */
  font(id: string | undefined): string | undefined {
    return this.#first(id, (style) => fontOf(childOf(style, 'rPr'))) ?? this.#defaultFont;
  }

  isBold(id: string | undefined): boolean | undefined {
    return this.#first(id, (style) => switchOf(childOf(style, 'rPr'), 'b'));
  }

  isCapitals(id: string | undefined): boolean | undefined {
    return this.#first(id, (style) => switchOf(childOf(style, 'rPr'), 'caps'));
  }

  isHidden(id: string | undefined): boolean | undefined {
    return this.#first(id, (style) => switchOf(childOf(style, 'rPr'), 'vanish'));
  }

  alignment(id: string | undefined): string | undefined {
    return this.#first(id, (style) => settingOf(childOf(style, 'pPr'), 'jc'));
  }

  listPlace(id: string | undefined): Partial<ListPlace> | undefined {
    return this.#first(id, (style) => listPlaceOf(childOf(style, 'pPr')));
  }

  /** @param id null means the paragraph's own default */
  #first<T>(id: string | undefined, ask: (style: XmlElement) => T | undefined): T | undefined {
    let style = this.#byId.get(id ?? this.#default ?? '');
    for (let step = 0; style !== undefined && step < longestChain; step++) {
      const answer = ask(style);
      if (answer !== undefined) return answer;
      style = this.#byId.get(settingOf(style, 'basedOn') ?? '');
    }
    return undefined;
  }
}

/** The face that a run's properties, or a style's, name. */
export function fontOf(properties: XmlElement | undefined): string | undefined {
  const fonts = childOf(properties, 'rFonts')?.attributes;
  return fonts?.get('ascii') ?? fonts?.get('hAnsi');
}

/** What a paragraph's properties, or a style's, say of its list. */
export function listPlaceOf(properties: XmlElement | undefined): Partial<ListPlace> | undefined {
  const numbering = childOf(properties, 'numPr');
  if (numbering === undefined) return undefined;
  const list = settingOf(numbering, 'numId');
  const level = settingOf(numbering, 'ilvl');
  return { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level: Number(level) }) };
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
