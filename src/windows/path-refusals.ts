const NO_PATH = {
  remedy: 'create the folder, plug in the medium, or correct the path',
  hresult: 'ERROR_PATH_NOT_FOUND',
} as const;
const NO_NETWORK_PATH = {
  remedy: 'share the folder, or carry the file over on removable media',
  hresult: 'ERROR_BAD_NETPATH',
} as const;

/** What Windows refuses about paths of files and folders, in English. */
export const PATH_REFUSALS = {
  'invalid-path.no-name': {
    detail: 'no file name was typed',
    remedy: 'type a full path and file name, or browse to one',
    hresult: 'ERROR_INVALID_NAME',
  },
  'invalid-path': {
    detail: '"{path}" is not a full path and file name',
    remedy: 'type a full path such as C:\\certs\\file.cer or \\\\server\\share\\file.cer',
    hresult: 'ERROR_INVALID_NAME',
  },
  'file-not-found': {
    detail: 'the file {path} does not exist',
    remedy: 'copy the file to this server first, or correct the path',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'path-not-found.folder': { detail: '{path}: the folder {folder} does not exist', ...NO_PATH },
  'path-not-found.drive': { detail: '{path}: this server has no drive {drive}', ...NO_PATH },
  'network-path-not-found.share': {
    detail: '{path} cannot be reached: {server} has no share "{share}"',
    ...NO_NETWORK_PATH,
  },
  'network-path-not-found.server': {
    detail: '{path} cannot be reached: no server has the name "{server}"',
    ...NO_NETWORK_PATH,
  },
} as const;
