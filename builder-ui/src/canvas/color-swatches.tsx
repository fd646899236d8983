import { CANVAS_COLORS, type CanvasColor } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import css from './color-swatches.module.css';

interface ColorSwatchesProps {
  readonly value: CanvasColor;
  readonly onChange: (color: CanvasColor) => void;
  /** True inside a menu, where they are choices of the menu. */
  readonly inMenu?: boolean;
}

/** The colours of notes and groups. */
export function ColorSwatches({ value, onChange, inMenu = false }: ColorSwatchesProps) {
  const { t } = useTranslation('canvas');
  return (
    <fieldset className={css['swatches']} aria-label={t('color.label')}>
      {CANVAS_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          data-color={color}
          data-chosen={color === value}
          data-menu-item={inMenu || undefined}
          aria-label={t(`color.${color}`)}
          title={t(`color.${color}`)}
          onClick={() => onChange(color)}
          {...(inMenu ? { role: 'menuitemradio', 'aria-checked': color === value } : { 'aria-pressed': color === value })}
        />
      ))}
    </fieldset>
  );
}
