import { percentText } from '../../../core/analysis/report/percent-text.ts';
import type { WorstPlace } from '../../../core/analysis/zones/zone-check.ts';
import { showWorst } from '../../commands/show-records.ts';
import { useEditor } from '../../hooks/EditorContext.tsx';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import styles from './Answer.module.css';
import { isFailing, type ZoneRow } from './zone-rows.ts';

/** The answer in words: "82 % of 95 % by night"; empty while there is none. */
export function answerText({ zone, result, check, problem }: ZoneRow): string {
  if (!result?.ok) return problem ?? '';
  const { minimumPercent, when } = zone;
  const values = {
    percent: percentText(result.percent, minimumPercent),
    minimum: percentText(minimumPercent),
    light: check ? text(`coverage.by.${check.light}`) : '',
  };
  return text(when === 'day' ? 'coverage.passes' : 'coverage.passesBy', values);
}

/** Whether a zone has what it asks for, by mark, colour and figures; that it is not known yet in words. */
export function Answer({ row }: { readonly row: ZoneRow }) {
  const answer = answerText(row);
  if (row.state !== 'current') {
    const [alone, was] =
      row.state === 'computing'
        ? (['coverage.computing', 'coverage.computingWas'] as const)
        : (['coverage.failedShort', 'coverage.failedWas'] as const);
    return (
      <span className={styles.stale} data-answer={row.state}>
        {answer === '' ? text(alone) : text(was, { answer })}
      </span>
    );
  }
  const fails = isFailing(row);
  return (
    <span className={fails ? styles.fail : styles.pass} data-answer={fails ? 'fail' : 'pass'}>
      <span role="img" aria-label={verdictOf(row)}>
        {fails ? '▲' : '✓'}
      </span>{' '}
      {answer}
    </span>
  );
}

function verdictOf({ result }: ZoneRow): string {
  if (!result?.ok) return text('coverage.noAnswer');
  return text(result.isMet ? 'coverage.pass' : 'coverage.fail');
}

/** Zooms to the worst point of a zone and marks it; what is worst there beside it. Nothing while that is not known. */
export function WorstButton({ row }: { readonly row: ZoneRow }) {
  const editor = useEditor();
  const worst = row.state === 'current' ? row.check?.worst : null;
  if (!worst) return null;
  return (
    <>
      <Button
        look="link"
        aria-label={text('coverage.worst.of', { zone: row.title })}
        onPress={() => showWorst(editor, row.id, worst)}
      >
        {text('coverage.worst')}
      </Button>
      <span className={styles.detail}>{worstText(worst)}</span>
    </>
  );
}

function worstText(worst: WorstPlace): string {
  if (worst.reason === 'uncovered') return text('coverage.worst.uncovered');
  return text('coverage.worst.leastDensity', { density: Math.floor(worst.pixelsPerMetre) });
}
