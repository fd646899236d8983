import { ExtractDialog } from './extract-dialog.tsx';
import { MapNamesDialog } from './map-names-dialog.tsx';

/** Dialogs that building asks for. */
export function BuildingDialogs() {
  return (
    <>
      <ExtractDialog />
      <MapNamesDialog />
    </>
  );
}
