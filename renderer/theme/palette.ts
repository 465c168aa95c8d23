import type { PaletteOptions } from '@mui/material/styles';
import type { MarkTone } from '@core/domain/vendor';

/** The colours of one mode that MUI has no name for. */
export interface HouseColors {
  /** Behind navigation and table headings: one step away from the page. */
  readonly sunken: string;
  /** Hovered rows and buttons. */
  readonly hover: string;
  /** Lines that part regions. */
  readonly line: string;
  /** Borders of inputs, which must be seen (3:1). */
  readonly outline: string;
  /** Behind what is chosen. */
  readonly chosen: string;
  /** Production: text on `productionSoft`, line of its tab. */
  readonly production: string;
  readonly productionSoft: string;
  /** Behind the marks of vendors, and the letters on them (4.5:1). */
  readonly marks: Readonly<Record<MarkTone, string>>;
  readonly onMark: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    house: HouseColors;
  }
  interface PaletteOptions {
    house?: HouseColors;
  }
}

/** Paper white, ink, and one blue. */
export const LIGHT: PaletteOptions = {
  mode: 'light',
  primary: { main: '#3a52c4', light: '#5a70dd', dark: '#2d41a3', contrastText: '#ffffff' },
  error: { main: '#b3261e', light: '#fdecea', dark: '#8c1d18', contrastText: '#ffffff' },
  warning: { main: '#8a5300', light: '#fdf3e1', dark: '#6b4000', contrastText: '#ffffff' },
  success: { main: '#1d6b43', light: '#e7f5ed', dark: '#155234', contrastText: '#ffffff' },
  info: { main: '#3a52c4', light: '#edf0fc', dark: '#2d41a3', contrastText: '#ffffff' },
  background: { default: '#fbfbfc', paper: '#ffffff' },
  text: { primary: '#1b1d24', secondary: '#5a5f6d', disabled: '#9a9eaa' },
  divider: '#e5e6eb',
  action: { hover: '#f2f3f6', selected: '#edf0fc', disabledBackground: '#eceef2', disabled: '#9a9eaa' },
  house: {
    sunken: '#f5f6f8',
    hover: '#f2f3f6',
    line: '#e5e6eb',
    outline: '#8b909d',
    chosen: '#edf0fc',
    production: '#9c3410',
    productionSoft: '#fdeee6',
    marks: { violet: '#6240b8', teal: '#0b6a6e', blue: '#1c61ad', rose: '#a82260' },
    onMark: '#ffffff',
  },
};

/** The same at night: no pure black, no glow. */
export const DARK: PaletteOptions = {
  mode: 'dark',
  primary: { main: '#93a4ff', light: '#b3bfff', dark: '#7688ec', contrastText: '#10131f' },
  error: { main: '#ff9a90', light: '#3a1f1f', dark: '#e0685d', contrastText: '#1d0d0b' },
  warning: { main: '#f0bb6a', light: '#352a17', dark: '#d39a41', contrastText: '#1c1405' },
  success: { main: '#7fd3a5', light: '#182e23', dark: '#53b380', contrastText: '#08160f' },
  info: { main: '#93a4ff', light: '#1f2440', dark: '#7688ec', contrastText: '#10131f' },
  background: { default: '#111216', paper: '#181a20' },
  text: { primary: '#e9eaf0', secondary: '#a2a7b5', disabled: '#696e7c' },
  divider: '#2a2d37',
  action: { hover: '#20232b', selected: '#232842', disabledBackground: '#24272f', disabled: '#696e7c' },
  house: {
    sunken: '#15171c',
    hover: '#20232b',
    line: '#2a2d37',
    outline: '#6b7080',
    chosen: '#232842',
    production: '#ffb08a',
    productionSoft: '#3a2318',
    marks: { violet: '#b8a5ff', teal: '#6fd0cf', blue: '#86b9f6', rose: '#f79bc1' },
    onMark: '#14151a',
  },
};
