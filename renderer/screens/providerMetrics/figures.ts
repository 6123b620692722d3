// The figures of providers as people read them, and which of them the chart can draw.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { MOST_STARS } from '../../../shared/catalogue/records/rating.ts';
import { showCents } from '../../components/record/showCents.ts';
import { showCount } from '../../components/showTime.ts';

export type Metrics = Output<'provider.readMetrics'>;
export type Figures = Metrics['total'];
export type MetricsLine = Metrics['lines'][number];

export interface FigureEntry {
  readonly label: string;
  readonly amountIn: (figures: Figures) => number | null;
  readonly show: (value: number) => string;
  readonly isCharted: boolean;
  /** The value at the end of the scale; the largest one where there is none. */
  readonly fullScale?: number;
}

const counted = (label: string, amountIn: FigureEntry['amountIn'], isCharted = false): FigureEntry => ({
  label,
  amountIn,
  show: showCount,
  isCharted,
});
const money = (label: string, amountIn: FigureEntry['amountIn'], isCharted = false): FigureEntry => ({
  label,
  amountIn,
  show: showCents,
  isCharted,
});

/** In the order of the table's columns. */
export const FIGURES = {
  booked: counted('Appointments', ({ bookedCount }) => bookedCount, true),
  completed: counted('Completed', ({ completedCount }) => completedCount, true),
  cancelled: counted('Cancelled', ({ cancelledCount }) => cancelledCount),
  noShow: counted('No-show', ({ noShowCount }) => noShowCount),
  charged: money('Charged', ({ chargedCents }) => chargedCents),
  received: money('Received', ({ receivedCents }) => receivedCents, true),
  commission: money('Commission', ({ commissionCents }) => commissionCents),
  stars: {
    label: 'Average stars',
    amountIn: ({ starsHundredths }) => starsHundredths,
    show: showStars,
    isCharted: true,
    fullScale: 100 * MOST_STARS,
  },
  ratings: counted('Ratings', ({ ratingCount }) => ratingCount),
} satisfies Record<string, FigureEntry>;
export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];
export const CHARTED_FIGURES = FIGURE_NAMES.filter((name) => FIGURES[name].isCharted);

/** `4.33` for 433. */
function showStars(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** `2.5 %` for 250 basis points; `–` for none. */
export function showPercent(basisPoints: number): string {
  return basisPoints === 0 ? '–' : `${basisPoints / 100} %`;
}

/** What was typed as a percentage with at most two decimals, in basis points; null when it is none from 0 to 100. */
export function parsePercent(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim().replace(/\s*%$/, ''));
  if (match === null) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : null;
}
