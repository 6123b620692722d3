// One figure of every provider as bars; the table beside it says the same in text.
import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { CHARTED_FIGURES, FIGURES, type FigureEntry, type FigureName, type MetricsLine } from './figures.ts';
import classes from './providerMetrics.module.css';

const MOST_BARS = 20;
/** Of the drawing's own units, which stand for CSS pixels at its full width. */
const WIDTH = 760;
const ROW_HEIGHT = 24;
const BAR_HEIGHT = 14;
const NAME_WIDTH = 190;
const VALUE_WIDTH = 100;
const LONGEST_NAME = 28;

export function MetricsChart({ lines }: { readonly lines: readonly MetricsLine[] }) {
  const [figure, setFigure] = useState<FigureName>('completed');
  const { label, amountIn, show, fullScale }: FigureEntry = FIGURES[figure];
  const bars = lines
    .map((line) => ({ id: line.providerId, name: line.name, value: amountIn(line) ?? 0 }))
    .toSorted((one, other) => other.value - one.value)
    .slice(0, MOST_BARS);
  const most = fullScale ?? Math.max(1, ...bars.map(({ value }) => value));
  const height = bars.length * ROW_HEIGHT;
  return (
    <section className="panel" aria-label="Chart">
      <div className={classes.chartHead}>
        <SegmentedControl
          size="xs"
          aria-label="Figure of the chart"
          data={CHARTED_FIGURES.map((name) => ({ value: name, label: FIGURES[name].label }))}
          value={figure}
          onChange={(value) => setFigure(value as FigureName)}
        />
        {lines.length > bars.length ? (
          <Text size="xs" c="dimmed">
            The {MOST_BARS} highest of {lines.length}. The table has all of them.
          </Text>
        ) : null}
      </div>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={`${label} by provider, highest first. The table below holds the same figures.`}
      >
        <line className={classes.axis} x1={NAME_WIDTH} x2={NAME_WIDTH} y1={0} y2={height} />
        {bars.map(({ id, name, value }, row) => {
          const middle = row * ROW_HEIGHT + ROW_HEIGHT / 2;
          const length = (Math.max(0, value) / most) * (WIDTH - NAME_WIDTH - VALUE_WIDTH);
          return (
            <g key={id}>
              <text
                className={classes.chartText}
                x={NAME_WIDTH - 8}
                y={middle}
                textAnchor="end"
                dominantBaseline="central"
              >
                {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
              </text>
              <rect
                className={classes.bar}
                x={NAME_WIDTH}
                y={middle - BAR_HEIGHT / 2}
                width={length}
                height={BAR_HEIGHT}
              />
              <text className={classes.chartText} x={NAME_WIDTH + length + 6} y={middle} dominantBaseline="central">
                {show(value)}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}
