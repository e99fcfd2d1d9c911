import type { FoundRecord } from '../define.ts';
import type { NamedRow } from '../reading/named-table.ts';
import { fiscalYear, investmentColumn } from './table.ts';

/**
 * What rows lean on and the table itself does not state: each once, and only where nothing else states it.
 *
 * An investment of which the funding is not known is taken for a project, which most of those are that only projects name.
 */
export class Stubs {
  readonly #stated = new Set<string>();

  investment(row: NamedRow): FoundRecord[] {
    const key = row.text(investmentColumn);
    const name = row.text('Investment Title');
    return this.#once({ kind: 'investment', body: { key, ...(name === '' ? {} : { name }), ...unfunded } });
  }

  year(budgetYear: number): FoundRecord[] {
    const { lastDay: _, ...body } = fiscalYear(budgetYear);
    return this.#once({ kind: 'planning-period', body });
  }

  decisionType(body: { readonly key: string; readonly name: string; readonly decides: string }): FoundRecord[] {
    return this.#once({ kind: 'decision-type', body });
  }

  #once({ kind, body }: Pick<FoundRecord, 'kind' | 'body'>): FoundRecord[] {
    const id = `${kind} ${String(body.key)}`;
    if (this.#stated.has(id)) return [];
    this.#stated.add(id);
    return [{ kind, body, place: {}, stub: true }];
  }
}

const unfunded = { basis: 'project', class: 'transform', note: 'No table taken in states its funding.' } as const;
