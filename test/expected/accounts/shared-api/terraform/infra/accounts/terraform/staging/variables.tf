variable "region" {
  type        = string
  description = "The region of all networks"
  default     = "ap-northeast-1"
}

variable "auth_staging_alb_arn" {
  type        = string
  description = "ARN of the Application Load Balancer of auth-staging; empty until it is there"
  default     = ""
}

variable "auth_staging_host" {
  type        = string
  description = "Name of auth-staging in its certificate; empty until it is known"
  default     = ""
}
