import { Button, Checkbox, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';

interface Choosable {
  key: string;
  title: string;
  fixed?: boolean;
}

/** Which columns are shown, and in which order: shown ones first as they stand, each can be moved ahead. Exports follow it. */
export function ColumnChoice({ columns, shown, choose }: { columns: Choosable[]; shown: string[]; choose: (keys: string[]) => void }) {
  const { t } = useTranslation('shell');
  const chosen = shown.flatMap((key) => columns.find((column) => column.key === key) ?? []);
  const others = columns.filter((column) => !shown.includes(column.key));
  const ahead = (key: string): void => {
    const at = shown.indexOf(key);
    choose(shown.map((one, index) => (index === at - 1 ? key : index === at ? shown[at - 1]! : one)));
  };
  return (
    <Dropdown
      trigger={['click']}
      popupRender={() => (
        <div className="column-choice">
          {[...chosen, ...others].map((column) => (
            <span key={column.key} className="column-line">
              <Checkbox
                disabled={column.fixed}
                checked={shown.includes(column.key)}
                onChange={(event) => choose(event.target.checked ? [...shown, column.key] : shown.filter((key) => key !== column.key))}
              >
                {column.title}
              </Checkbox>
              {shown.indexOf(column.key) > 0 && <Button size="small" type="text" aria-label={t('table.ahead', { column: column.title })} onClick={() => ahead(column.key)}>↑</Button>}
            </span>
          ))}
        </div>
      )}
    >
      <Button>{t('table.columns')}</Button>
    </Dropdown>
  );
}
