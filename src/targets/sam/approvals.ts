import type { Context, Step } from '../../model.ts'
import { branchPolicy, environmentPath } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { shellWord } from '../../render/shell.ts'
import { textsOf } from '../../text.ts'

/** A person lets it on: a rule of the GitHub environment. */
export function approvals(context: Context): readonly Step[] {
  const { sam } = textsOf(context)
  return stages(context)
    .filter((stage) => stage.approval && stage.github)
    .map((stage) => ({
      when: 'before merge',
      title: sam.approval(stage.name),
      text: sam.approvalText(stage.name),
      commands: [
        `gh api --silent -X PUT ${shellWord(environmentPath(stage, context))} ${branchPolicy} -F 'reviewers[][type]=User' -F "reviewers[][id]=$(gh api user --jq .id)"`,
      ],
      link: 'https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments',
    }))
}
