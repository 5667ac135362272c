import { useEffect, useState } from 'react';
import type { Advice, AdviceProgress, ProposedCamera } from '../../../core/analysis/advice/advise.ts';
import type { AdviceRefusal } from '../../../core/analysis/advice/question.ts';
import type { RecordOf } from '../../../core/plan/kinds/index.ts';
import { getRecord } from '../../../core/plan/plan.ts';
import type { Result } from '../../../core/result.ts';
import { askAdviser } from '../../analysis/ask-adviser.ts';
import { takeOrTell } from '../../commands/answer.ts';
import type { AdviceAsking, CommandScope } from '../../commands/command.ts';
import { suggestedCameras } from '../../commands/suggested-cameras.ts';
import { usePlan, useSettings } from '../../hooks/use-editor-state.ts';
import { text } from '../../messages/text.ts';
import { Button } from '../../ui/buttons/Button.tsx';
import { ProgressBar } from '../../ui/layout/ProgressBar.tsx';
import styles from './AdvicePanel.module.css';
import { doingText, gainText, limitsOf, refusedText, summaryOf, unreachedText } from './advice-words.ts';

type Props = { readonly asking: AdviceAsking; readonly scope: CommandScope; readonly onClose: () => void };

/** Looks for cameras of a zone beside the window, shows them on the drawing, and takes those that are accepted. */
export function AdvicePanel({ asking, scope, onClose }: Props) {
  const [zone] = useState(() => getRecord(scope.editor.plan, asking.choice.zone));
  const [progress, setProgress] = useState<AdviceProgress | null>(null);
  const [answer, setAnswer] = useState<Result<Advice, AdviceRefusal> | null>(null);
  useEffect(() => {
    setProgress(null);
    setAnswer(null);
    return askAdviser(asking.question, {
      onProgress: setProgress,
      onAnswer: setAnswer,
      onBroken: (message) => {
        scope.app.tell(text('advice.broken', { message }), { tone: 'fail' });
        onClose();
      },
    });
  }, [asking, scope, onClose]);
  const { name, tag } = (zone ?? { name: '', tag: '' }) as RecordOf<'coverageZone'>;
  const title = text('advice.title', { zone: name || tag || text('kind.coverageZone') });
  const cancel = () => {
    scope.app.tell(text('advice.stopped'));
    onClose();
  };
  return (
    <section className={styles.panel} aria-label={title}>
      <h2>{title}</h2>
      {answer === null && <Searching progress={progress} onCancel={cancel} />}
      {answer && !answer.ok && (
        <>
          <p role="status">{refusedText(answer.error)}</p>
          <div className={styles.buttons}>
            <Button onPress={onClose}>{text('advice.close')}</Button>
          </div>
        </>
      )}
      {answer?.ok && (
        <Found
          key={title}
          advice={answer.value}
          asking={asking}
          scope={scope}
          isByNight={zone !== undefined && (zone as RecordOf<'coverageZone'>).when !== 'day'}
          onClose={onClose}
        />
      )}
    </section>
  );
}

type SearchingProps = { readonly progress: AdviceProgress | null; readonly onCancel: () => void };

function Searching({ progress, onCancel }: SearchingProps) {
  const label = progress ? doingText(progress) : text('advice.looking');
  const fraction = progress?.stage === 'looking' && progress.of > 0 ? progress.done / progress.of : null;
  return (
    <>
      <ProgressBar label={label} fraction={fraction} />
      <div className={styles.buttons}>
        <Button autoFocus onPress={onCancel}>
          {text('app.cancel')}
        </Button>
      </div>
    </>
  );
}

type FoundProps = Props & { readonly advice: Advice; readonly isByNight: boolean };

function Found({ advice, asking, scope, isByNight, onClose }: FoundProps) {
  const { choice } = asking;
  const plan = usePlan();
  const { displayUnit: unit } = useSettings();
  const [known, setKnown] = useState(asking.plan);
  const [waiting, setWaiting] = useState(advice.cameras);
  useShownOnDrawing(scope, asking, waiting);
  const accept = (cameras: readonly ProposedCamera[]) => {
    const label = cameras.length === 1 ? 'edit.acceptCamera' : 'edit.acceptCameras';
    const left = waiting.filter((each) => !cameras.includes(each));
    // What is suggested still must not lie over what is there now.
    scope.editor.dispatch({ type: 'suggest', diff: null });
    const isTaken = takeOrTell(scope, { label, result: suggestedCameras(scope.editor, choice, cameras) });
    // What was accepted is what was counted on.
    if (isTaken && known === plan) setKnown(scope.editor.plan);
    setWaiting(isTaken ? left : [...waiting]);
  };
  // The zone may have been deleted meanwhile.
  const isGone = getRecord(plan, choice.zone) === undefined;
  const unreached = unreachedText(advice, unit);
  return (
    <>
      <div role="status">
        {known !== plan && <p>{text('advice.changed')}</p>}
        {summaryOf(advice, asking, unit).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <ol className={styles.list}>
        {advice.cameras.map((camera, index) => (
          <li key={keyOf(camera)} className={styles.row}>
            <span className={styles.words}>
              <b>{text('advice.number', { number: index + 1 })}</b> {gainText(camera, unit)}
            </span>
            <Button
              aria-label={text('advice.acceptOne', { number: index + 1 })}
              autoFocus={index === 0}
              isDisabled={isGone || !waiting.includes(camera)}
              onPress={() => accept([camera])}
            >
              {text('advice.accept')}
            </Button>
          </li>
        ))}
      </ol>
      {unreached.length > 0 && (
        <div>
          <b>{text('advice.unreached')}</b>
          {unreached.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {limitsOf(advice, asking, { isByNight, unit }).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className={styles.buttons}>
        <Button onPress={onClose}>{text('advice.close')}</Button>
        {waiting.length > 1 && !isGone && (
          <Button look="primary" onPress={() => accept(waiting)}>
            {text('advice.acceptAll')}
          </Button>
        )}
      </div>
    </>
  );
}

const keyOf = ({ place, direction, tilt }: ProposedCamera): string =>
  [place.at.x, place.at.y, direction, tilt].join();

/** Draws what is suggested still, after every edit anew: as records that are not there yet. */
function useShownOnDrawing(
  { editor }: CommandScope,
  { choice }: AdviceAsking,
  waiting: readonly ProposedCamera[],
): void {
  const plan = usePlan();
  useEffect(() => {
    if (!getRecord(plan, choice.zone)) return;
    const shown = suggestedCameras({ plan, view: editor.view }, choice, waiting);
    editor.dispatch({ type: 'suggest', diff: shown.ok && shown.value.size > 0 ? shown.value : null });
    return () => editor.dispatch({ type: 'suggest', diff: null });
  }, [editor, plan, choice, waiting]);
}
