// Office > Products (S2.112).
import { product } from '../../../shared/catalogue/records/product.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { StockPanel } from './StockPanel.tsx';

const TYPE = product as unknown as RecordType;

/** What the practice keeps in stock, each product with its stock. */
export function ProductsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Products"
      path="products"
      extra={({ id }) => <StockPanel productId={id} />}
      empty={<EmptyState title="No products yet." hint="Add what you keep in stock, then count it." />}
      noMatch={<EmptyState title="No product matches." hint="Search for the start of a name or an item number." />}
    />
  );
}
