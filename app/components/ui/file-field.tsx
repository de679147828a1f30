import { Field, type FieldProps } from './field';

export interface FileFieldProps extends FieldProps {
  /** `image/jpeg,image/png,image/webp` or `.csv,.xlsx`. */
  accept?: string;
  multiple?: boolean;
  /** Opens the camera on a phone. */
  camera?: boolean;
}

/** Chooses a file. The form around it needs `multipart`. */
export function FileField({ accept, multiple, camera, ...props }: FileFieldProps) {
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type="file"
          className="file-input"
          accept={accept}
          multiple={multiple}
          capture={camera ? 'environment' : undefined}
        />
      )}
    </Field>
  );
}
