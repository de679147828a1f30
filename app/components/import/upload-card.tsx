import { Button } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { FileField } from '~/components/ui/file-field';
import { Form } from '~/components/ui/form';
import { useWords } from '~/i18n';

/** Chooses a file and sends it. `importId` is made with the page, so that a second tap is the same upload. */
export function UploadCard({ importId, error }: { importId: string; error?: string }) {
  const { list } = useWords().imports;
  return (
    <Card>
      <Form multipart summary={false}>
        <input type="hidden" name="impor" value={importId} />
        <FileField name="berkas" label={list.file} hint={list.fileHint} accept=".csv,.tsv,.txt,.xlsx" error={error} />
        <Button variant="primary" icon="upload">
          {list.upload}
        </Button>
      </Form>
    </Card>
  );
}
