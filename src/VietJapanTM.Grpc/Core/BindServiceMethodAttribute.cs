namespace Grpc.Core;

/// <summary>Names the generated method that lists a service's methods; generated code carries it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = true)]
public class BindServiceMethodAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public BindServiceMethodAttribute(Type bindType, string bindMethodName)
    {
        BindType = bindType;
        BindMethodName = bindMethodName;
    }

    /// <summary>The class that holds the method.</summary>
    public Type BindType { get; }

    /// <summary>The method's name; it takes a <see cref="ServiceBinderBase"/> and the service.</summary>
    public string BindMethodName { get; }
}
