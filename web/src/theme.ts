import { Badge, type CSSVariablesResolver, createTheme, type MantineColorsTuple, ModalHeader } from '@mantine/core';

/** The blue of official stationery, from pale ground to ink; white on 7 has a contrast of 8.6 : 1, on 6 of 4.6 : 1. */
const ink: MantineColorsTuple = [
  '#eef4fa',
  '#dbe6f2',
  '#b5cce4',
  '#8bb0d6',
  '#6898ca',
  '#5289c3',
  '#3f78b3',
  '#1f4e79',
  '#193f63',
  '#10304e',
];

export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // A state that is cut off says nothing.
    Badge: Badge.extend({ defaultProps: { miw: 'max-content' } }),
    // The page has one banner; a dialog's head is none.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
  },
});

/**
 * The library's dimmed grey and the words on its pale badges have contrasts of 3 to 4 : 1 on white; small text needs
 * 4.5 : 1.
 */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5c636a',
    '--mantine-color-green-light-color': '#1d5e2b',
    '--mantine-color-orange-light-color': '#8a3300',
    '--mantine-color-blue-light-color': '#0b4f8a',
    '--mantine-color-red-light-color': '#a01414',
    '--mantine-color-yellow-light-color': '#6b4500',
    '--mantine-color-gray-light-color': '#343a40',
  },
  dark: { '--mantine-color-dimmed': '#a6a7ab' },
});
