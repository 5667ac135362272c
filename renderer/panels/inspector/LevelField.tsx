import { levelOf, levelProfileOf } from '../../../core/catalogue/level-profiles.ts';
import { useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Select } from '../../ui/fields/Select.tsx';

type Props = {
  readonly label: string;
  /** The key of a level; null for none. */
  readonly value: string | null;
  readonly placeholder: string;
  readonly error: string | null;
  readonly onChange: (key: string) => void;
};

/** A level of the plan's profile; one of another profile stays, and is said to be of another. */
export function LevelField({ value, ...rest }: Props) {
  const settings = useSettings();
  const { levels } = levelProfileOf(settings);
  const known = levels.map(({ key, name, pixelsPerMetre }) => ({
    id: key,
    label: text('inspector.levelOption', { name, density: String(pixelsPerMetre) }),
  }));
  const isStrange = value !== null && !levelOf(settings, value);
  const options = isStrange
    ? [...known, { id: value, label: text('inspector.strangeLevel', { key: value }) }]
    : known;
  return <Select {...rest} options={options} value={value} />;
}
