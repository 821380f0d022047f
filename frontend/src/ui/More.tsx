import { t } from '../text/text';

/** The rest of a list, a page at a time. */
export function More(props: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label?: string;
}) {
  const { query, label } = props;
  if (!query.hasNextPage) return null;
  return (
    <div className="mt-10 flex justify-center">
      <button type="button" className="press" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {query.isFetchingNextPage ? t('list.loading') : (label ?? t('list.more'))}
      </button>
    </div>
  );
}
