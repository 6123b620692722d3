// Provider metrics as pure sums: appointments by their end, money, ratings and commission (S2.34).
import type { MoneySums } from '../billing/billingReport.ts';
import { commissionCents } from './commissionCents.ts';

/** Appointments of one provider that start in the period. */
export interface AppointmentCounts {
  /** All of them, whatever became of them. */
  readonly bookedCount: number;
  readonly completedCount: number;
  readonly cancelledCount: number;
  readonly noShowCount: number;
}
export interface RatingSums {
  readonly ratingCount: number;
  readonly starsSum: number;
}
/** What is known of each provider, by id; whoever is missing has none. */
export interface MetricsSources {
  readonly appointments: ReadonlyMap<string, AppointmentCounts>;
  readonly money: ReadonlyMap<string, MoneySums>;
  readonly ratings: ReadonlyMap<string, RatingSums>;
  readonly commissions: ReadonlyMap<string, number>;
}
export interface MeasuredProvider {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
}

export interface MetricsFigures extends AppointmentCounts {
  readonly chargedCents: number;
  /** Payments less refunds. */
  readonly receivedCents: number;
  readonly ratingCount: number;
  /** The average in hundredths of a star; null without ratings. */
  readonly starsHundredths: number | null;
  readonly commissionCents: number;
}
export interface MetricsLine extends MetricsFigures {
  readonly providerId: string;
  readonly name: string;
  readonly commissionBasisPoints: number;
}

const NO_APPOINTMENTS: AppointmentCounts = { bookedCount: 0, completedCount: 0, cancelledCount: 0, noShowCount: 0 };
const NO_MONEY = { chargedCents: 0, receivedCents: 0 };
const NO_RATINGS: RatingSums = { ratingCount: 0, starsSum: 0 };

/** A line for every provider who is active or has a figure, in the given order, and their sum.
 *  INVARIANT: every figure of the total is the sum of its column; the average is that of all ratings. */
export function providerMetrics(
  providers: readonly MeasuredProvider[],
  sources: MetricsSources,
): { readonly lines: readonly MetricsLine[]; readonly total: MetricsFigures } {
  const measured = providers.map((provider) => ({ provider, ...figuresOf(provider.id, sources) }));
  const shown = measured.filter(({ provider, figures }) => provider.isActive || !isEmpty(figures));
  const lines = shown.map(({ provider: { id, name }, figures, basisPoints }) => ({
    providerId: id,
    name,
    ...figures,
    commissionBasisPoints: basisPoints,
  }));
  const sum = (of: (figures: MetricsFigures) => number) => lines.reduce((total, line) => total + of(line), 0);
  const starsSum = shown.reduce((total, one) => total + one.starsSum, 0);
  return {
    lines,
    total: {
      bookedCount: sum(({ bookedCount }) => bookedCount),
      completedCount: sum(({ completedCount }) => completedCount),
      cancelledCount: sum(({ cancelledCount }) => cancelledCount),
      noShowCount: sum(({ noShowCount }) => noShowCount),
      chargedCents: sum(({ chargedCents }) => chargedCents),
      receivedCents: sum(({ receivedCents }) => receivedCents),
      ratingCount: sum(({ ratingCount }) => ratingCount),
      starsHundredths: averageHundredths({ starsSum, ratingCount: sum(({ ratingCount }) => ratingCount) }),
      commissionCents: sum((line) => line.commissionCents),
    },
  };
}

function figuresOf(id: string, { appointments, money, ratings, commissions }: MetricsSources) {
  const { chargedCents, receivedCents } = money.get(id) ?? NO_MONEY;
  const { ratingCount, starsSum } = ratings.get(id) ?? NO_RATINGS;
  const basisPoints = commissions.get(id) ?? 0;
  const figures: MetricsFigures = {
    ...(appointments.get(id) ?? NO_APPOINTMENTS),
    chargedCents,
    receivedCents,
    ratingCount,
    starsHundredths: averageHundredths({ ratingCount, starsSum }),
    commissionCents: commissionCents(receivedCents, basisPoints),
  };
  return { figures, basisPoints, starsSum };
}

function averageHundredths({ ratingCount, starsSum }: RatingSums): number | null {
  return ratingCount === 0 ? null : Math.round((100 * starsSum) / ratingCount);
}

function isEmpty({ bookedCount, chargedCents, receivedCents, ratingCount }: MetricsFigures): boolean {
  return [bookedCount, chargedCents, receivedCents, ratingCount].every((figure) => figure === 0);
}
