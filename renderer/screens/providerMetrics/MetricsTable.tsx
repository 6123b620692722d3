// The figures of providers, a line each, with their total.
import { Button, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { CommissionDialog } from './CommissionDialog.tsx';
import {
  FIGURE_NAMES,
  FIGURES,
  type FigureName,
  type Figures,
  type Metrics,
  type MetricsLine,
  showPercent,
} from './figures.ts';
import classes from './providerMetrics.module.css';

export function MetricsTable({ lines, total }: Metrics) {
  const [changing, setChanging] = useState<MetricsLine | null>(null);
  return (
    <div className={classes.tableBox}>
      <Table
        aria-label="Figures of providers"
        highlightOnHover
        stickyHeader
        verticalSpacing={5}
        className={classes.table ?? ''}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Provider</Table.Th>
            {FIGURE_NAMES.map((name) => (
              <HeadCells key={name} name={name} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.providerId}>
              <Table.Th scope="row">{line.name}</Table.Th>
              <FigureCells figures={line}>
                <span className={classes.rate}>
                  <Can permission="report:setCommission">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={`Change the commission of ${line.name}`}
                      onClick={() => setChanging(line)}
                    >
                      Change…
                    </Button>
                  </Can>
                  {showPercent(line.commissionBasisPoints)}
                </span>
              </FigureCells>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">Total</Table.Th>
            <FigureCells figures={total}>{null}</FigureCells>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {changing === null ? null : <CommissionDialog line={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function HeadCells({ name }: { readonly name: FigureName }) {
  const head = (label: string) => (
    <Table.Th scope="col" className={classes.number ?? ''}>
      {label}
    </Table.Th>
  );
  return (
    <>
      {name === 'commission' ? head('Rate') : null}
      {head(FIGURES[name].label)}
    </>
  );
}

/** `children` is the rate of commission, which stands before what it comes to. */
function FigureCells({ figures, children }: { readonly figures: Figures; readonly children: ReactNode }) {
  return FIGURE_NAMES.map((name) => {
    const { amountIn, show } = FIGURES[name];
    const value = amountIn(figures);
    return [
      name === 'commission' ? (
        <Table.Td key="rate" className={classes.number ?? ''}>
          {children}
        </Table.Td>
      ) : null,
      <Table.Td key={name} className={classes.number ?? ''}>
        {value === null ? '–' : show(value)}
      </Table.Td>,
    ];
  });
}
