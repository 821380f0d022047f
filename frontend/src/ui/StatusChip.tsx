import type { Status } from '../api/client';
import { t } from '../text/text';

const fills: Record<Status, string> = {
  pending: 'bg-sheet text-line',
  uploaded: 'bg-indigo text-bone',
  processing: 'bg-gold text-ink',
  complete: 'bg-forest text-bone',
  failed: 'bg-laterite text-bone',
};

export function StatusChip({ status }: { status: Status }) {
  return <span className={`chip ${fills[status]}`}>{t(`asset.status.${status}`)}</span>;
}
