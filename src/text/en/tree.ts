export const tree = {
  symlink: 'is a symlink, which is not followed',
  submodule: 'is a submodule, which is not followed',
  lfs: 'is a Git LFS pointer, which is not followed',
  binary: 'is a binary file',
  large: 'is larger than 1 MB',
  'too many files': 'was not read: 400 files were read before it',
  'too much text': 'was not read: the files before it were too large',
  unreadable: 'could not be read',
}
