// Reads and changes the filter of the activity log in the address.
import { type FilterChange, useAddressFilter } from '../../components/useAddressFilter.ts';
import { type LogFilter, parseLogFilter } from './logFilter.ts';

export type LogFilterChange = FilterChange<LogFilter>;

export const useLogFilter = () => useAddressFilter(parseLogFilter);
