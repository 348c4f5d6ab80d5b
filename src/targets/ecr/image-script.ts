import type { GeneratedFile } from '../../model.ts'
import type { Texts } from '../../text.ts'

/** Where the script lies by which providers without actions build and find images. */
export const imageScriptPath = 'infra/cicd/image.sh'

/**
 * What the actions do in GitHub Actions, as a script. It prints the image and nothing else, so that the deployment takes it whole.
 * Tags are immutable: what was built once for a commit is used again, on a second run as on the way back.
 */
export const imageScript = ({ ecr }: Texts): GeneratedFile => ({
  path: imageScriptPath,
  mode: '100755',
  purpose: ecr.imageScriptPurpose,
  content: `#!/usr/bin/env bash
# Prints the image of a commit, with its digest. Where there is none yet, and it is told how, it builds and pushes it.
# Usage: image.sh REPOSITORY [PLATFORM DOCKERFILE CONTEXT [STAGE]]
# BUILDER_ACCOUNT and BUILDER_REGION say where the image is, if not here; BUILD_SECRETS names variables that the build may read.
set -euo pipefail
repository=$1 platform=\${2:-} dockerfile=\${3:-} context=\${4:-} stage=\${5:-}
commit=\${COMMIT:-\${CI_COMMIT_SHA:-\${BITBUCKET_COMMIT:-\${GIT_COMMIT:-\${CODEBUILD_RESOLVED_SOURCE_VERSION:-}}}}}
account=\${BUILDER_ACCOUNT:-$(aws sts get-caller-identity --query Account --output text)}
region=\${BUILDER_REGION:-$AWS_REGION}
case $region in cn-*) domain=amazonaws.com.cn ;; *) domain=amazonaws.com ;; esac
registry=$account.dkr.ecr.$region.$domain

digest() {
  aws ecr batch-get-image --registry-id "$account" --region "$region" --repository-name "$repository" \\
    --image-ids "imageTag=$commit" --query 'images[0].imageId.imageDigest' --output text
}

if [ -z "$commit" ]; then
  echo "No commit: set COMMIT to the full id of one" >&2
  exit 1
fi
found=$(digest)
if [ "$found" = None ] && [ -n "$platform" ]; then
  aws ecr get-login-password --region "$region" | docker login --username AWS --password-stdin "$registry" >&2
  options=()
  if [ -n "$stage" ]; then options+=(--target "$stage"); fi
  for name in \${BUILD_SECRETS:-}; do options+=(--secret "id=$name,env=$name"); done
  docker build --platform "$platform" --file "$dockerfile" --tag "$registry/$repository:$commit" "\${options[@]}" -- "$context" >&2
  docker push "$registry/$repository:$commit" >&2
  found=$(digest)
fi
if [ "$found" = None ]; then
  echo "There is no image of the commit $commit in $registry/$repository" >&2
  exit 1
fi
echo "$registry/$repository@$found"
`,
})
