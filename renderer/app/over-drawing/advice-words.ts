import type { Advice, AdviceProgress } from '../../../core/analysis/advice/advise.ts';
import type { AdviceRefusal } from '../../../core/analysis/advice/question.ts';
import { type DisplayUnit, formatArea, formatLength } from '../../../core/quantity.ts';
import type { AdviceAsking } from '../../commands/command.ts';
import { text } from '../../messages/text.ts';

/** Rounded down: what is short of full never reads as full. */
const percentText = (percent: number): string => String(Math.floor(percent * 10 + 1e-6) / 10);

/** What is being done. */
export function doingText({ stage }: AdviceProgress): string {
  return text(`advice.${stage}`);
}

/** How much is covered, and by what is there. */
export function summaryOf(
  advice: Advice,
  { choice, question }: AdviceAsking,
  unit: DisplayUnit,
): readonly string[] {
  const { percent, percentBefore, isEnough, area, cameras } = advice;
  const values = {
    percent: percentText(percent),
    wanted: percentText(choice.percent),
    area: formatArea(area * (1 - percent / 100), unit),
  };
  return [
    text(isEnough ? 'advice.enough' : 'advice.notEnough', values),
    ...(question.present.length > 0 ? [text('advice.before', { percent: percentText(percentBefore) })] : []),
    ...(cameras.length === 0 && !isEnough ? [text('advice.none')] : []),
  ];
}

/** What one camera adds. */
export function gainText({ gain, seen }: Advice['cameras'][number], unit: DisplayUnit): string {
  return text('advice.gain', {
    percent: percentText(gain.percent),
    area: formatArea(gain.area, unit),
    seen: percentText(seen.percent),
  });
}

/** What cannot be reached, by its reason, the most of it first. */
export function unreachedText({ unreached, reach }: Advice, unit: DisplayUnit): readonly string[] {
  const areas = new Map<(typeof unreached)[number]['why'], { area: number; nearest: number }>();
  for (const { why, area, nearest } of unreached) {
    const before = areas.get(why);
    areas.set(why, { area: (before?.area ?? 0) + area, nearest: Math.max(before?.nearest ?? 0, nearest) });
  }
  return [...areas].map(([why, { area, nearest }]) =>
    text(`advice.unreached.${why}`, {
      area: formatArea(area, unit),
      nearest: formatLength(nearest, unit, 1),
      reach: formatLength(reach, unit, 1),
    }),
  );
}

/** What was not considered, and how finely was looked. */
export function limitsOf(
  { placeSpacing, sampleSpacing }: Advice,
  { tooLow }: AdviceAsking,
  { isByNight, unit }: { readonly isByNight: boolean; readonly unit: DisplayUnit },
): readonly string[] {
  return [
    ...(isByNight ? [text('advice.night')] : []),
    ...(tooLow > 0 ? [text('advice.tooLow', { count: tooLow })] : []),
    text('advice.limits', {
      places: formatLength(placeSpacing, unit, 1),
      samples: formatLength(sampleSpacing, unit, 1),
    }),
  ];
}

/** Why nothing is suggested. */
export function refusedText(refusal: AdviceRefusal): string {
  return refusal.reason === 'flaw' ? refusal.message : text(`advice.refused.${refusal.reason}`);
}
