import {
  type TypedMeaning,
  type TypedSort,
  type TypingExample,
  typingTable,
} from '../../../core/typing-table.ts';
import { text } from '../../messages/text.ts';
import styles from './TypingTable.module.css';

const sorts = [
  'length',
  'pointer',
  'angle',
  'bearing',
  'number',
  'surface',
] as const satisfies readonly TypedSort[];

/** What typed texts mean in a plan in metres and in one in feet and inches. */
export function TypingTable() {
  return (
    <table className={styles.table}>
      <caption>{text('typing.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('typing.typed')}</th>
          <th scope="col">{text('typing.inMetres')}</th>
          <th scope="col">{text('typing.inFeet')}</th>
        </tr>
      </thead>
      {sorts.map((sort) => (
        <Examples key={sort} sort={sort} />
      ))}
    </table>
  );
}

function Examples({ sort }: { readonly sort: TypedSort }) {
  return (
    <tbody>
      <tr>
        <th colSpan={3} scope="rowgroup">
          {text(`typing.sort.${sort}`)}
        </th>
      </tr>
      {typingTable
        .filter((example) => example.sort === sort)
        .map((example) => (
          <Example key={example.typed} example={example} />
        ))}
    </tbody>
  );
}

function Example({ example: { typed, metres, feet } }: { readonly example: TypingExample }) {
  return (
    <tr>
      <td>
        <kbd>{typed}</kbd>
      </td>
      <td>{meaning(metres)}</td>
      <td>{meaning(feet)}</td>
    </tr>
  );
}

/** What is shown for a text, or what is asked instead. */
function meaning(value: TypedMeaning): string {
  if (typeof value === 'string') return value;
  return text('typing.asks', { ways: value.join(` ${text('typing.or')} `) });
}
