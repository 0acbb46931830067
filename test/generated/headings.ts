/** A way to number headings: the printed lines, and the marker that the report's sections must have; null for no section. */
export interface Numbering {
  readonly name: string;
  part(place: number, title: string): Heading;
  group(id: string, place: number, title: string): Heading;
  criterion(id: string, group: number, place: number, title: string): Heading;
}

export interface Heading {
  readonly lines: readonly string[];
  readonly marker: string | null;
}

const romans = ['I', 'II', 'III', 'IV'];
const ordinals = ['nhất', 'hai', 'ba', 'tư'];
const roman = (place: number) => romans[place - 1] ?? '';
const letter = (place: number) => 'ABCD'.charAt(place - 1);
const under = (line: string, title: string, marker: string): Heading => ({
  lines: [line, title.toUpperCase()],
  marker,
});
const beside = (line: string, marker: string | null): Heading => ({ lines: [line], marker });

/** Numberings that Decree 30/2020 lays down or practice adds. */
export const numberings: readonly Numbering[] = [
  {
    name: 'I. / 1. / 1.1.',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}. ${title}`, `${place}`),
    criterion: (_, group, place, title) => beside(`${group}.${place}. ${title}`, `${group}.${place}`),
  },
  {
    name: 'Phần I / A. / A.1.',
    part: (place, title) => under(`Phần ${roman(place)}`, title, `Phần ${roman(place)}`),
    group: (id, _, title) => beside(`${id}. ${title.toUpperCase()}`, id),
    criterion: (id, _, __, title) => beside(`${id}. ${title}`, id),
  },
  {
    name: 'PHẦN THỨ NHẤT / I. / 1.',
    part: (place, title) =>
      under(`PHẦN THỨ ${ordinals[place - 1]?.toUpperCase()}`, title, `Phần thứ ${ordinals[place - 1]}`),
    group: (_, place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    criterion: (_, __, place, title) => beside(`${place}. ${title}`, `${place}`),
  },
  {
    name: 'Chương I / Mục 1. / 1.1.',
    part: (place, title) => under(`CHƯƠNG ${roman(place)}`, title, `Chương ${roman(place)}`),
    group: (_, place, title) => beside(`Mục ${place}. ${title}`, `Mục ${place}`),
    criterion: (_, group, place, title) => beside(`${group}.${place}. ${title}`, `${group}.${place}`),
  },
  {
    name: 'A. / I. / 1.',
    part: (place, title) => beside(`${letter(place)}. ${title.toUpperCase()}`, letter(place)),
    group: (_, place, title) => beside(`${roman(place)}. ${title}`, roman(place)),
    criterion: (_, __, place, title) => beside(`${place}. ${title}`, `${place}`),
  },
  {
    name: 'I- / 1- / 1.1-',
    part: (place, title) => beside(`${roman(place)}- ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}- ${title}`, `${place}`),
    criterion: (_, group, place, title) => beside(`${group}.${place}- ${title}`, `${group}.${place}`),
  },
  {
    name: 'I – / 1) / 1.1)',
    part: (place, title) => beside(`${roman(place)} – ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}) ${title}`, `${place}`),
    criterion: (_, group, place, title) => beside(`${group}.${place}) ${title}`, `${group}.${place}`),
  },
  {
    name: 'I. / A. / A1.',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (id, _, title) => beside(`${id}. ${title}`, id),
    criterion: (id, _, __, title) => beside(`${id.replace('.', '')}. ${title}`, id.replace('.', '')),
  },
  {
    name: 'I. / Phần A. / A.1',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (id, _, title) => beside(`Phần ${id}. ${title}`, `Phần ${id}`),
    criterion: (id, _, __, title) => beside(`${id} ${title}`, id),
  },
  {
    name: 'I. / Tiêu chí A. / Tiêu chí A.1:',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (id, _, title) => beside(`Tiêu chí ${id}. ${title}`, `Tiêu chí ${id}`),
    criterion: (id, _, __, title) => beside(`Tiêu chí ${id}: ${title}`, `Tiêu chí ${id}`),
  },
  {
    name: 'I. / Nhóm tiêu chí 1: / Tiêu chí 1.1:',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`Nhóm tiêu chí ${place}: ${title}`, `Nhóm tiêu chí ${place}`),
    criterion: (_, group, place, title) => beside(`Tiêu chí ${group}.${place}: ${title}`, `Tiêu chí ${group}.${place}`),
  },
  {
    name: 'I. / Nội dung 1. / Nội dung 1.1:',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`Nội dung ${place}. ${title}`, `Nội dung ${place}`),
    criterion: (_, group, place, title) => beside(`Nội dung ${group}.${place}: ${title}`, `Nội dung ${group}.${place}`),
  },
  {
    name: '1. / 2.1. / 2.1.1.',
    part: (place, title) => beside(`${place}. ${title}`, `${place}`),
    group: (_, place, title) => beside(`2.${place}. ${title}`, `2.${place}`),
    criterion: (_, group, place, title) => beside(`2.${group}.${place}. ${title}`, `2.${group}.${place}`),
  },
  {
    name: 'Phần I / Điều 1. / 1.',
    part: (place, title) => under(`PHẦN ${roman(place)}`, title, `Phần ${roman(place)}`),
    group: (_, place, title) => beside(`Điều ${place}. ${title}`, `Điều ${place}`),
    criterion: (_, __, place, title) => beside(`${place}. ${title}`, `${place}`),
  },
  {
    name: 'Mục 1. / 1. / 1.0.',
    part: (place, title) => beside(`Mục ${place}. ${title.toUpperCase()}`, `Mục ${place}`),
    group: (_, place, title) => beside(`${place}. ${title}`, `${place}`),
    criterion: (_, group, place, title) => beside(`${group}.${place - 1}. ${title}`, `${group}.${place - 1}`),
  },
  {
    name: 'I. / 1. / a.',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}. ${title}`, `${place}`),
    criterion: (_, __, place, title) => beside(`${'abc'.charAt(place - 1)}. ${title}`, null),
  },
  {
    name: 'I. / 1. / -',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}. ${title}:`, `${place}`),
    criterion: (_, __, ___, title) => beside(`- ${title}:`, null),
  },
  {
    name: 'I. / 1. / (1)',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}. ${title}`, `${place}`),
    criterion: (_, __, place, title) => beside(`(${place}) ${title}`, null),
  },
  {
    name: 'I. / 1. / a)',
    part: (place, title) => beside(`${roman(place)}. ${title.toUpperCase()}`, roman(place)),
    group: (_, place, title) => beside(`${place}. ${title}`, `${place}`),
    criterion: (_, __, place, title) => beside(`${'abc'.charAt(place - 1)}) ${title}`, null),
  },
];
