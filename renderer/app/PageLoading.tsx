// What stands in place of a page while its part of the program is read.
import { Skeleton, Stack } from '@mantine/core';
import { PageHeader } from '../components/PageHeader.tsx';

export function PageLoading({ title }: { readonly title: string }) {
  return (
    <>
      <PageHeader title={title} />
      <Stack gap="xs" aria-busy="true">
        <Skeleton height={28} />
        <Skeleton height={28} />
        <Skeleton height={28} width="70%" />
      </Stack>
    </>
  );
}
