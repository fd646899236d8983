import { type ButtonProps, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const vine: MantineColorsTuple = ['#e3f1ea', '#c9e5d8', '#9fd2bb', '#6fbd9b', '#3fb68b', '#1f8f69', '#0b6e4f', '#095c42', '#074a35', '#053828'];

/** Warm greys between paper and ink, so that what Mantine draws by itself belongs to the tokens. */
const gray: MantineColorsTuple = ['#f7f7f3', '#f1f1ec', '#e3e3da', '#cfcfc4', '#b5b7ab', '#8b9086', '#696e64', '#565c53', '#3a3f37', '#1d211c'];
const dark: MantineColorsTuple = ['#e9ebe5', '#a9afa4', '#8d9388', '#5b6157', '#3b4038', '#2b2f29', '#232722', '#1c1f1b', '#171916', '#141613'];

/** Mantine in the product's own measures: 13 px base, 8 px rhythm, one accent. */
export const theme = createTheme({
  primaryColor: 'vine',
  primaryShade: { light: 6, dark: 4 },
  colors: { vine, gray, dark },
  autoContrast: true,
  luminanceThreshold: 0.32,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: '11px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '99px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '650',
    sizes: { h1: { fontSize: '22px' }, h2: { fontSize: '18px' }, h3: { fontSize: '15px' }, h4: { fontSize: '13px' } },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'xs' },
      styles: { root: { fontWeight: 550, fontSize: '13px' } },
      // Mantine would write white on the accent and on its own red; neither is readable in the dark.
      vars: (_theme: unknown, { variant = 'filled', color = 'vine' }: ButtonProps) => {
        if (variant !== 'filled') return { root: {} };
        if (color === 'vine') return { root: { '--button-color': 'var(--accent-ink)' } };
        if (color === 'red') return { root: { '--button-bg': 'var(--bad)', '--button-hover': 'var(--bad)', '--button-color': 'var(--panel)' } };
        return { root: {} };
      },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' }, classNames: { root: 'action-icon' } },
    // Small fields, but text of the base size in them and labels of 12 px.
    Input: { vars: () => ({ wrapper: { '--input-fz': '13px' } }) },
    InputWrapper: {
      classNames: { label: 'field-label', description: 'field-help' },
      vars: () => ({
        label: { '--input-label-size': '12px' },
        description: { '--input-description-size': '12px' },
        error: { '--input-error-size': '12px' },
      }),
    },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, comboboxProps: { shadow: 'md' } } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '13px' } } },
    Checkbox: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '13px' } } },
    Radio: { defaultProps: { size: 'xs' }, styles: { label: { fontSize: '13px' } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Drawer: { defaultProps: { padding: 'lg' }, styles: { title: { fontSize: '15px', fontWeight: 650 } } },
    Modal: {
      defaultProps: { centered: true, padding: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontSize: '15px', fontWeight: 650 }, body: { paddingTop: 4 } },
    },
  },
});

const dual = {
  '--mantine-color-body': 'var(--panel)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--panel)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-vine-filled': 'var(--accent)',
  '--mantine-color-vine-text': 'var(--accent)',
  '--mantine-color-vine-outline': 'var(--accent)',
  '--mantine-color-vine-light': 'var(--accent-soft)',
  '--mantine-color-vine-light-color': 'var(--accent)',
};

/** Ties Mantine's colours to the tokens, so that light and dark have one source. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: dual, dark: dual });
