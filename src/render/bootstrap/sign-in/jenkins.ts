import type { Texts } from '../../../text.ts'
import type { SignIn } from '../sign-in.ts'

/** Jenkins has no identity of its own that AWS could trust: the role or user that its agents act as takes the deploy role. */
export function signInOfJenkins(texts: Texts['providers']): SignIn {
  return {
    by: 'Jenkins',
    how: 'by the role of its agents',
    signsIn: texts.takesRole('Jenkins'),
    parameters: {
      JenkinsPrincipalArn: {
        Type: 'String',
        AllowedPattern: 'arn:[a-z-]+:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+',
        Description: 'ARN of the role (or user) that the Jenkins agents act as',
      },
    },
    provider: null,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Jenkins',
          Effect: 'Allow',
          Principal: { AWS: { Ref: 'JenkinsPrincipalArn' } },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    why: [texts.jenkinsWho, texts.jenkinsOthers],
    before: ['jenkins=arn:aws:iam::123456789012:role/JENKINS_AGENTS'],
    overrides: ' JenkinsPrincipalArn="$jenkins"',
    lookUp: texts.jenkinsLookUp,
  }
}
