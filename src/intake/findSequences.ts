import path from 'node:path';

/** Images of one folder whose names are alike but for a number: `trang-01.jpg`, `trang-02.jpg`. */
export interface Sequence<Image> {
  /** In order of their numbers; null stands where a number is missing. */
  readonly pages: readonly (Image | null)[];
}

interface Numbered<Image> {
  readonly image: Image;
  readonly number: number;
}

/** Longer numbers are times and telephone numbers. */
const numberedName = /^(.*?)(\d{1,6})(\D*)$/u;

/**
 * The sequences among the images of a folder, each with two images at least; what stands alone is in none.
 * @param images with their names as the folder gives them
 */
export function findSequences<Image extends { readonly name: string }>(images: readonly Image[]): Sequence<Image>[] {
  const groups = new Map<string, Numbered<Image>[]>();
  for (const image of images) {
    const match = numberedName.exec(path.posix.parse(image.name).name);
    if (match === null) continue;
    const [, before = '', number = '', behind = ''] = match;
    const key = `${before}#${behind}`.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), { image, number: Number(number) }]);
  }
  return [...groups.values()].filter(({ length }) => length >= 2).map((group) => ({ pages: inOrder(group) }));
}

function inOrder<Image extends { readonly name: string }>(group: readonly Numbered<Image>[]): (Image | null)[] {
  const sorted = [...group].sort(
    (left, right) => left.number - right.number || (left.image.name < right.image.name ? -1 : 1),
  );
  const pages: (Image | null)[] = [];
  const isCounted = countsPages(sorted.map(({ number }) => number));
  let last = sorted[0]?.number ?? 0;
  for (const { image, number } of sorted) {
    if (isCounted) pages.push(...Array.from({ length: Math.max(0, number - last - 1) }, () => null));
    pages.push(image);
    last = number;
  }
  return pages;
}

/** Numbers that begin at 0 or 1 with few gaps count pages; a camera's begin anywhere and skip what was deleted. */
function countsPages(numbers: readonly number[]): boolean {
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? 0;
  return first <= 1 && last - first + 1 <= 2 * numbers.length;
}
