import { useState } from 'react';
import { sortsOfKind } from '../../../core/mapping/mapped-fields.ts';
import type { Mapping, Outcome } from '../../../core/mapping/mapping.ts';
import type { Survey } from '../../../core/mapping/survey.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { Select, type SelectOption } from '../../ui/fields/Select.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import {
  type Choices,
  choicesOf,
  freshChoices,
  mappingOfChoices,
  outcomeOf,
  previewOf,
  type Row,
  rowsOf,
} from './choices.ts';
import { KindFields } from './KindFields.tsx';
import styles from './MappingDialog.module.css';
import type { Asked } from './mapping-question.ts';
import { choosableKinds, countText, kindName, previewText } from './mapping-words.ts';
import { attributesByTelling } from './telling-attributes.ts';

type Props = {
  readonly asked: Asked;
  /** What the features of the last file with the same attributes were said to be. */
  readonly remembered: Mapping | null;
  readonly onAnswer: (mapping: Mapping | null) => void;
};

/** What the features of a file are: a table of them, the fields of the kinds that were chosen, what will be drawn. */
export function MappingDialog({ asked, remembered, onAnswer }: Props) {
  const { name, survey, road } = asked;
  const [choices, setChoices] = useState(() =>
    remembered ? choicesOf(remembered, survey) : freshChoices(survey),
  );
  const preview = previewOf(survey, choices);
  const counts = {
    foreign: countText(survey.foreign),
    features: countText(survey.features),
    name,
  };
  return (
    <Dialog
      isOpen
      isStrict
      size="large"
      title={text('mapping.title')}
      closeLabel={text('app.cancel')}
      onClose={() => onAnswer(null)}
      onSubmit={() => onAnswer(mappingOfChoices(survey, choices))}
      actions={
        <>
          <p className={styles.preview} role="status">
            {previewText(preview)}
          </p>
          <Button onPress={() => onAnswer(null)}>{text('app.cancel')}</Button>
          <Button type="submit" look="primary">
            {text(road === 'plan' ? 'mapping.import' : 'mapping.bringIn')}
          </Button>
        </>
      }
    >
      <p>
        {text('mapping.intro', counts)} {remembered && text('mapping.remembered')}
      </p>
      <div className={styles.by}>
        <Select
          label={text('mapping.by')}
          labelPlacement="side"
          options={attributeOptions(survey)}
          value={choices.attribute ?? ALIKE}
          onChange={(attribute) =>
            setChoices({
              attribute: attribute === ALIKE ? null : attribute,
              outcomes: new Map(),
              fields: choices.fields,
            })
          }
        />
      </div>
      <Rows survey={survey} choices={choices} onChange={setChoices} />
      {preview.said.map(([kind, features]) => (
        <KindFields
          key={kind}
          kind={kind}
          features={features}
          survey={survey}
          sources={choices.fields.get(kind) ?? {}}
          onChange={(sources) =>
            setChoices({ ...choices, fields: new Map(choices.fields).set(kind, sources) })
          }
        />
      ))}
    </Dialog>
  );
}

/** No name of an attribute: these are never empty. */
const ALIKE = '';

function attributeOptions(survey: Survey): readonly SelectOption<string>[] {
  const named = attributesByTelling(survey).map(({ name, values }) => ({
    id: name,
    label: name,
    detail: values.join(', ').slice(0, 60),
  }));
  return [{ id: ALIKE, label: text('mapping.alike') }, ...named];
}

type RowsProps = {
  readonly survey: Survey;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
};

function Rows({ survey, choices, onChange }: RowsProps) {
  const rows = rowsOf(survey, choices.attribute);
  return (
    <table className={styles.table} aria-label={text('mapping.caption')}>
      <thead>
        <tr>
          <th scope="col">{text('mapping.geometry')}</th>
          <th scope="col">{choices.attribute ?? text('mapping.value')}</th>
          <th scope="col" className={styles.number}>
            {text('mapping.features')}
          </th>
          <th scope="col">{text('mapping.becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{text(`mapping.${row.geometry}`)}</td>
            <td className={row.value === null ? styles.quiet : styles.value}>{valueText(row, choices)}</td>
            <td className={styles.number}>{countText(row.features)}</td>
            <td>
              <Select
                label={text('mapping.becomesOf', {
                  geometry: text(`mapping.${row.geometry}`),
                  value: valueText(row, choices),
                })}
                labelPlacement="hidden"
                options={outcomeOptions(row, outcomeOf(choices, row))}
                value={outcomeOf(choices, row)}
                onChange={(outcome) =>
                  onChange({ ...choices, outcomes: new Map(choices.outcomes).set(row.id, outcome) })
                }
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueText({ sort, value }: Row, { attribute }: Choices): string {
  if (value !== null) return value;
  if (sort === 'others') return text('mapping.others');
  return text(attribute === null ? 'mapping.all' : 'mapping.none');
}

function outcomeOptions(row: Row, chosen: Outcome): readonly SelectOption<Outcome>[] {
  const kinds = choosableKinds.filter((kind) => sortsOfKind[kind].includes(row.geometry));
  return [
    { id: 'as-read', label: asReadText(row) },
    // Of what is not understood it would say the same twice.
    ...(row.understood > 0 || chosen === 'left-out'
      ? [{ id: 'left-out' as const, label: text('mapping.leftOut') }]
      : []),
    ...kinds.map((kind) => ({ id: kind, label: kindName(kind) })),
  ];
}

function asReadText({ features, understood }: Row): string {
  if (understood === 0) return text('mapping.stays');
  return understood === features
    ? text('mapping.asRead')
    : text('mapping.partly', { understood: countText(understood) });
}
